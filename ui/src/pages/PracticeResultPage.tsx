import { useNavigate, useParams } from "@tanstack/react-router";

import { PracticeResultView } from "@/features/practice";

/** What a run through a sample case was worth. */
export function PracticeResultPage() {
  const navigate = useNavigate();
  const { run = "" } = useParams({ strict: false });
  return (
    <PracticeResultView
      key={run}
      onAgain={(id) => void navigate({ to: "/practice/$case", params: { case: id } })}
      onList={() => void navigate({ to: "/practice" })}
      run={run}
    />
  );
}
