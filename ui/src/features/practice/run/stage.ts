import type { SampleCase, TrialRun } from "@/generated/types";

import type { Take } from "../useRun";

/** What every stage is given. */
export interface StageProps {
  sample: SampleCase;
  run: TrialRun;
  take: Take;
  isBusy: boolean;
}
