import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { BookOpenText } from "lucide-react";

import { KnowledgeEntryView, KnowledgeList } from "@/features/knowledge";
import type { KnowledgeKind } from "@/generated/types";
import { useWords } from "@/i18n";
import { useLayoutValue, useRemembered } from "@/prefs";
import { EmptyState, SplitPane, useWindowRem } from "@/ui";

import { KnowledgeNav } from "./KnowledgeNav";
import { useAsk } from "./useAsk";

/** Below this width, in rem, the list and the entry take turns. */
const BOTH_REM = 58;
const LIMITS = { min: 18, max: 34 };

/** The knowledge base: the list on the left, the chosen entry beside it. */
export function KnowledgePage() {
  const w = useWords();
  const navigate = useNavigate();
  const { entry } = useParams({ strict: false });
  const { q = "" } = useSearch({ strict: false });
  const [kind, setKind] = useRemembered<KnowledgeKind | null>("knowledgeKind", null);
  const [width, setWidth] = useLayoutValue<number>("knowledgeWidth", 24);
  const ask = useAsk();
  const wide = useWindowRem() >= BOTH_REM;

  const list = (
    <KnowledgeList
      current={entry ?? null}
      kind={kind}
      onAsk={(words) => ask({ from: "search", words })}
      onKind={setKind}
      onOpen={(id) =>
        void navigate({ to: "/knowledge/$entry", params: { entry: id }, search: (now) => now })
      }
      onText={(text) =>
        void navigate({
          to: ".",
          search: (now) => ({ ...now, q: text === "" ? undefined : text }),
          replace: true,
        })
      }
      text={q}
      top={<KnowledgeNav />}
    />
  );
  const view = entry ? (
    <KnowledgeEntryView
      entry={entry}
      isAlone={!wide}
      onFeedback={() => ask({ from: "entry", entry })}
      onBack={() => void navigate({ to: "/knowledge", search: (now) => now })}
    />
  ) : (
    <>
      <h1 className="visually-hidden">{w.knowledge.title}</h1>
      <EmptyState icon={BookOpenText} text={w.knowledge.pick} />
    </>
  );
  if (!wide) return entry ? view : list;
  return (
    <SplitPane
      label={w.common.resize}
      limits={LIMITS}
      onWidth={setWidth}
      pane={list}
      side="left"
      width={width}
    >
      {view}
    </SplitPane>
  );
}
