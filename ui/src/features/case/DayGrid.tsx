import type { DayNote } from "@/generated/types";
import { dayWords, useWords } from "@/i18n";

import styles from "./clocks.module.css";
import { dayMarks, legend, weeks } from "./dayMarks";

/** A clock's days as a wall calendar shows them: what counts is numbered, the rest says why not. */
export function DayGrid({ days, now }: { days: DayNote[]; now: number }) {
  const w = useWords();
  const { why } = w.ticket;
  const marks = dayMarks(w, days, now);
  const lastWords = why.dueDay;
  return (
    <>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll */}
      <div aria-label={why.calendar} className={styles.gridFrame} role="group" tabIndex={0}>
        <table className={styles.grid}>
          <thead>
            <tr>
              {why.weekdays.map((name, index) => (
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks(marks).map((week, row) => (
              <tr key={row}>
                {week.map((mark, column) => (
                  <td
                    data-due={mark?.isDue || undefined}
                    data-today={mark?.isToday || undefined}
                    data-tone={mark?.tone}
                    key={column}
                    title={mark ? `${dayWords(w, mark.day)}${w.punctuation.colon}${mark.words}` : undefined}
                  >
                    {mark && (
                      <>
                        <span aria-hidden className={styles.date}>
                          {mark.date}
                        </span>
                        <span aria-hidden className={styles.mark}>
                          {mark.mark}
                        </span>
                        <span className="visually-hidden">
                          {dayWords(w, mark.day)} {mark.words}
                          {mark.isDue && ` ${lastWords}`}
                        </span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className={styles.legend}>
        {legend(w, marks).map(({ mark, words }) => (
          <li key={words}>
            <span className={styles.legendMark}>{mark}</span> {words}
          </li>
        ))}
      </ul>
    </>
  );
}
