import { useCommand } from "@/api";
import { useWords } from "@/i18n";
import { ComboBox } from "@/ui";

/** The department that answers: one of the library's, or as written. */
export function DepartmentPick({ label, value, onChange }: {
  label: string;
  value: string;
  onChange: (department: string) => void;
}) {
  const words = useWords().questions.department;
  const { data } = useCommand("library_facets", {});
  const names = (data?.departments ?? []).map(({ name }) => name);
  const fitting = names.includes(value) ? names : names.filter((name) => name.includes(value.trim()));
  return (
    <ComboBox
      allowsOwnText
      emptyText={words.none}
      label={label}
      onChange={(name) => {
        if (name !== null) onChange(name);
      }}
      onText={onChange}
      openLabel={words.open}
      options={fitting.map((name) => ({ id: name, label: name }))}
      text={value}
      value={names.includes(value) ? value : null}
    />
  );
}
