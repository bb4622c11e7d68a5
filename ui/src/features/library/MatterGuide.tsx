import { useCommand } from "@/api";
import type { MatterView } from "@/generated/types";
import { errorWords, useWords } from "@/i18n";
import { Button, ErrorState, Waiting } from "@/ui";

import { Facts } from "./Facts";
import styles from "./guide.module.css";
import { GuideHead } from "./GuideHead";
import { GuideNav } from "./GuideNav";
import { Materials } from "./Materials";
import { Basis, Conditions, Questions, RelatedKnowledge, Steps } from "./Sections";
import { VersionPart } from "./VersionPart";

interface Situated {
  /** Key of the situation that materials are shown for. */
  situation: string | null;
  onSituation: (situation: string | null) => void;
}

/** A matter in full, in the order in which it is needed at the counter. */
export function MatterGuide({ matter, onRegister, onBack, isAlone, ...situated }: Situated & {
  /** Key of the matter. */
  matter: string;
  /** Registers a ticket for it; left out where the person may not. */
  onRegister?: (() => void) | undefined;
  /** Leads back to the list. */
  onBack: () => void;
  /** The window is too narrow to show the list beside it. */
  isAlone: boolean;
}) {
  const w = useWords();
  const { data, error, refetch } = useCommand("matter_get", { id: matter });
  if (error) {
    return (
      <ErrorState
        action={
          error.code === "not_found" ? (
            <Button onPress={onBack}>{w.library.back}</Button>
          ) : (
            <Button onPress={() => void refetch()}>{w.common.retry}</Button>
          )
        }
        text={errorWords(w, error)}
        title={w.errors.title}
        trace={error.trace_id ? w.errors.trace(error.trace_id) : undefined}
      />
    );
  }
  if (!data) return <Waiting label={w.common.loading} />;
  return (
    <Guide
      key={matter}
      onBack={isAlone ? onBack : undefined}
      onRegister={onRegister}
      view={data}
      {...situated}
    />
  );
}

function Guide({ view, onRegister, onBack, ...situated }: Situated & {
  view: MatterView;
  onRegister: (() => void) | undefined;
  onBack: (() => void) | undefined;
}) {
  const { matter, knowledge, data_as_of: asOf } = view;
  return (
    <div className={styles.scroll} data-guide>
      <article className={styles.guide}>
        <GuideHead asOf={asOf} matter={matter} onBack={onBack} />
        <GuideNav hasKnowledge={knowledge.length > 0} matter={matter} onRegister={onRegister} />
        <div className={styles.columns}>
          <div className={styles.main}>
            <Materials asOf={asOf} matter={matter} {...situated} />
            <Conditions conditions={matter.conditions} />
            <Steps steps={matter.steps} />
            <Questions faq={matter.faq} />
            <RelatedKnowledge rows={knowledge} />
            <Basis basis={matter.legal_basis} url={matter.source_url} />
            <VersionPart matter={matter} />
          </div>
          <Facts matter={matter} />
        </div>
      </article>
    </div>
  );
}
