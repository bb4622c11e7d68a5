import { useNavigate, useParams } from "@tanstack/react-router";

import { PracticeRunView } from "@/features/practice";

/** A sample case being worked through. */
export function PracticeRunPage() {
  const navigate = useNavigate();
  const { case: id = "" } = useParams({ strict: false });
  return (
    <PracticeRunView
      id={id}
      key={id}
      onList={() => void navigate({ to: "/practice" })}
      onResult={(run) => void navigate({ to: "/practice/runs/$run", params: { run } })}
    />
  );
}
