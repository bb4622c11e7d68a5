import { createMemoryHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { expect, test } from "vitest";

import { USES_PATH, usesFrom } from "./uses";

/** A window at an address, as far as a router without a window goes. */
function routerAt(address: string) {
  const root = createRootRoute();
  const uses = createRoute({ getParentRoute: () => root, path: USES_PATH });
  const history = createMemoryHistory({ initialEntries: [address] });
  return createRouter({ routeTree: root.addChildren([uses]), history, origin: "http://desk" });
}

test.each([
  "身份证（原件）",
  "《中华人民共和国社会保险法》 第十六条",
  "营业执照/法人证书",
  "照片?一寸#白底",
  "50%以上股权证明",
  "%2F",
  "a+b&c=d\\e",
  "“引号”",
  "..",
])("a title comes back from the address as it is: %s", (key) => {
  const { href } = routerAt("/").buildLocation({
    to: USES_PATH,
    params: { kind: "material", key },
  } as never);
  const there = routerAt(href);
  const [, rawParams] = there.getMatchedRoutes(there.latestLocation.pathname);
  expect(usesFrom(rawParams)).toEqual({ kind: "material", key });
});

test("only materials and statutes are used by others", () => {
  expect(usesFrom({ kind: "statute", key: "社会保险法" })).not.toBeNull();
  expect(usesFrom({ kind: "matter", key: "m" })).toBeNull();
  expect(usesFrom({ kind: "material", key: "" })).toBeNull();
  expect(usesFrom({})).toBeNull();
});
