import { Choice } from "@/ui";

const DAYS = ["1", "2", "3", "5", "10", "15"];

/** Working days someone has for an answer. */
export function DaysChoice({ label, value, onChange }: {
  label: string;
  value: string;
  onChange: (days: string) => void;
}) {
  return (
    <Choice
      label={label}
      onChange={onChange}
      options={DAYS.map((id) => ({ id, label: id }))}
      value={value}
    />
  );
}
