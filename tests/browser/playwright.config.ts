import { defineConfig } from "@playwright/test";

/** The main screens in a browser, through the web host. `cargo xtask test --only browser`. */
export default defineConfig({
  testDir: "specs",
  // One platform serves all files of a worker, and the tests change its tickets.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    // The smallest screen the desk is made for.
    viewport: { width: 1366, height: 768 },
    screenshot: "only-on-failure",
    // Recording takes as long as the tests themselves: only to look into one that fails.
    trace: process.env.BANGBAN_TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      ...(process.env.BANGBAN_CHROMIUM ? { executablePath: process.env.BANGBAN_CHROMIUM } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    },
  },
});
