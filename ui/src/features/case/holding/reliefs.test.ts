import { expect, test } from "vitest";

import type { Staff } from "@/generated/types";

import { reliefs } from "./reliefs";

const person = (id: string, more: Partial<Staff> = {}): Staff => ({
  id, account: id, name: id, role: "service", organisation: "shiwan", post: "", staff_no: "", active: true, ...more,
});

test("a case goes to somebody who serves, is on duty, is of the unit in charge, and does not hold it already", () => {
  const staff = [
    person("holder"),
    person("colleague"),
    person("village", { role: "village" }),
    person("consultant", { role: "consultant" }),
    person("manager", { role: "management" }),
    person("gone", { active: false }),
    person("elsewhere", { organisation: "yuanzhou" }),
  ];
  expect(reliefs(staff, "shiwan", "holder").map(({ id }) => id)).toEqual(["colleague", "village"]);
});
