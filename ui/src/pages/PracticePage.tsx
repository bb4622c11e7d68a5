import { useNavigate } from "@tanstack/react-router";

import { PracticeHome } from "@/features/practice";

/** The sample cases for practice. */
export function PracticePage() {
  const navigate = useNavigate();
  return (
    <PracticeHome
      onCase={(id) => void navigate({ to: "/practice/$case", params: { case: id } })}
      onResult={(run) => void navigate({ to: "/practice/runs/$run", params: { run } })}
    />
  );
}
