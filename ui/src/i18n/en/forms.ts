import type { Words } from "../words";

export const forms: Words["forms"] = {
  proposals: "Proposed by the checks",
  take: "Take",
  fill: "Fill in the form",
  shown: { label: "Show", fill: "Fill in", blank: "Blank form", sample: "Sample" },
  whole: "Everything required is filled in and fits.",
  left: (count) =>
    count === 0 ? "Checking." : count === 1 ? "1 field is left or wrong." : `${count} fields are left or wrong.`,
  must: "required",
  problem: {
    required: () => "Required",
    type: () => "Please enter a number",
    too_short: (limit) => `At least ${limit} characters`,
    too_long: (limit) => `At most ${limit} characters`,
    too_small: (limit) => `Not less than ${limit}`,
    too_large: (limit) => `Not more than ${limit}`,
    not_a_choice: () => "Please take one of the choices",
    format: () => "The form does not fit; please look again",
    pattern: () => "Not in the required form",
    other: () => "Please look again",
  },
};
