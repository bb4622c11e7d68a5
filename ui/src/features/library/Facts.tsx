import type { Matter, Period } from "@/generated/types";
import { useWords } from "@/i18n";
import { DefinitionList } from "@/ui";

import { CopyButton } from "./CopyButton";
import styles from "./facts.module.css";
import { partId } from "./GuideNav";

/** Time, money, place and result: what is asked at every counter. */
export function Facts({ matter }: { matter: Matter }) {
  const w = useWords();
  const words = w.library;
  const list = (items: readonly string[]) =>
    items.length === 0 ? words.notStated : items.join(w.punctuation.listComma);
  return (
    <aside aria-labelledby={partId("facts")} className={styles.facts}>
      <section>
        <h2 className={styles.title} id={partId("facts")}>
          {words.period.title}
        </h2>
        <div className={styles.periods}>
          <PeriodBox label={words.period.promised} period={matter.promised_days} spot={matter.handling_kind === "on_the_spot"} />
          <PeriodBox label={words.period.legal} period={matter.legal_days} />
        </div>
        {Boolean(matter.promised_days?.days) && <p className={styles.note}>{words.period.clock}</p>}
      </section>
      <PlaceFacts matter={matter} />
      <FeeFacts matter={matter} />
      <section>
        <h2 className={styles.title}>{words.result.title}</h2>
        <DefinitionList
          items={[
            [words.result.name, matter.result?.name ?? words.notStated],
            [words.result.delivery, list(matter.result?.delivery ?? [])],
          ]}
        />
      </section>
      <section>
        <DefinitionList
          items={[
            [words.applyBy, list(matter.apply_by.map((way) => w.enums.applyBy[way]))],
            [
              words.visits.title,
              matter.visits === null ? words.notStated : words.visits.count(matter.visits),
            ],
            [words.objects, list(matter.objects.map((object) => w.enums.serviceObject[object]))],
          ]}
        />
      </section>
    </aside>
  );
}

function PeriodBox({ label, period, spot }: {
  label: string;
  period: Period | null;
  /** Handled at once. */
  spot?: boolean;
}) {
  const w = useWords();
  const words = w.library.period;
  const atOnce = spot && !period?.days;
  return (
    <div className={styles.period}>
      <p className={styles.periodLabel}>{label}</p>
      <p className={styles.periodDays}>
        {atOnce && words.onTheSpot}
        {!atOnce && !period && w.library.notStated}
        {!atOnce && period && w.time.days(period.days, period.unit === "working")}
      </p>
    </div>
  );
}

function PlaceFacts({ matter }: { matter: Matter }) {
  const w = useWords();
  const words = w.library.place;
  const { address, hours, consult_phone: consult, complaint_phone: complaint } = matter.place;
  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      <DefinitionList
        items={[
          [words.address, address ?? w.library.notStated],
          [words.hours, hours ?? w.library.notStated],
          [words.consult, <Phone key="consult" number={consult} />],
          [words.complaint, <Phone key="complaint" number={complaint} />],
        ]}
      />
    </section>
  );
}

function Phone({ number }: { number: string | null }) {
  const w = useWords();
  if (!number) return w.library.notStated;
  return (
    <span className={styles.phone}>
      <span className="figures">{number}</span>
      <CopyButton label={w.library.place.copyPhone(number)} text={number} />
    </span>
  );
}

function FeeFacts({ matter: { fee } }: { matter: Matter }) {
  const w = useWords();
  const words = w.library.fee;
  return (
    <section>
      <h2 className={styles.title}>{words.title}</h2>
      {!fee && <p className="soft">{w.library.notStated}</p>}
      {fee && !fee.charged && <p>{words.free}</p>}
      {fee?.charged && (
        <>
          <ul>
            {fee.items.map((item, index) => (
              <li key={index}>{item}</li>
            ))}
            {fee.items.length === 0 && <li>{words.charged}</li>}
          </ul>
          <p className={styles.note}>
            {fee.basis ? `${words.basis}${w.punctuation.colon}${fee.basis}` : words.noBasis}
          </p>
        </>
      )}
    </section>
  );
}
