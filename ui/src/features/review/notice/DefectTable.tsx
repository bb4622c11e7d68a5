import type { Defect } from "@/generated/types";
import { useWords } from "@/i18n";

import styles from "../review.module.css";

/** All defects of a notice in one table: material, what is wrong, how to mend it. */
export function DefectTable({ defects, caption }: {
  defects: readonly Defect[];
  caption: string;
}) {
  const w = useWords();
  const { column, missing } = w.review.notice;
  return (
    <table className={styles.defects}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{column.number}</th>
          <th scope="col">{column.material}</th>
          <th scope="col">{column.defect}</th>
          <th scope="col">{column.fix}</th>
        </tr>
      </thead>
      <tbody>
        {defects.map(({ material, name, defect, fix }, index) => (
          <tr key={material}>
            <td className="figures">{index + 1}</td>
            <th scope="row">{name}</th>
            <td>{defect ?? missing}</td>
            <td>{fix}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
