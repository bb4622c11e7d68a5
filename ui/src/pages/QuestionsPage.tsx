import { useNavigate, useParams } from "@tanstack/react-router";
import { MessageCircleQuestion } from "lucide-react";

import { useCommand } from "@/api";
import { QuestionDetail, type QuestionFilter, QuestionList, waitingStage } from "@/features/questions";
import { useWords } from "@/i18n";
import { useLayoutValue, useRemembered } from "@/prefs";
import { EmptyState, SplitPane, useWindowRem } from "@/ui";

import { KnowledgeNav } from "./KnowledgeNav";
import { useAsk } from "./useAsk";

/** Below this width, in rem, the list and the question take turns. */
const BOTH_REM = 60;
const LIMITS = { min: 22, max: 36 };

/** Questions that the knowledge base does not answer yet: the list, and the chosen one beside it. */
export function QuestionsPage() {
  const w = useWords();
  const navigate = useNavigate();
  const ask = useAsk();
  const { question } = useParams({ strict: false });
  const role = useCommand("session_state", {}).data?.me?.staff.role;
  const [chosen, setFilter] = useRemembered<QuestionFilter | null>("questionFilter", null);
  const [width, setWidth] = useLayoutValue<number>("questionsWidth", 26);
  const wide = useWindowRem() >= BOTH_REM;

  const list = (
    <QuestionList
      current={question ?? null}
      filter={chosen ?? waitingStage(role) ?? "mine"}
      onAsk={() => ask({ from: "direct" })}
      onFilter={setFilter}
      onOpen={(id) => void navigate({ to: "/questions/$question", params: { question: id } })}
      top={<KnowledgeNav />}
    />
  );
  const view = question ? (
    <QuestionDetail
      isAlone={!wide}
      key={question}
      onBack={() => void navigate({ to: "/questions" })}
      question={question}
    />
  ) : (
    <>
      <h1 className="visually-hidden">{w.questions.title}</h1>
      <EmptyState icon={MessageCircleQuestion} text={w.questions.pick} />
    </>
  );
  if (!wide) return question ? view : list;
  return (
    <SplitPane label={w.common.resize} limits={LIMITS} onWidth={setWidth} pane={list} side="left" width={width}>
      {view}
    </SplitPane>
  );
}
