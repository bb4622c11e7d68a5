import { useWords } from "@/i18n";

import styles from "./form.module.css";
import type { FormField } from "./schema";

/** The form as it lies on the counter: blank, or filled in as an example. */
export function FormSheet({ fields, isSample }: { fields: FormField[]; isSample: boolean }) {
  const w = useWords();
  return (
    <table className={styles.sheet}>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">
              {field.title}
              {field.isRequired && <span className={styles.must}>{w.forms.must}</span>}
            </th>
            <td>
              {isSample ? field.example : field.choices.map((choice) => `□ ${choice}`).join("　")}
              {field.hint && <small className={styles.note}>{field.hint}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
