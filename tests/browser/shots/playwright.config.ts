import base from "../playwright.config.ts";
export default { ...base, testDir: ".", timeout: 240_000 };
