import type { Page } from "@playwright/test";

/** Everything a page complains about while nobody looks. */
export class Complaints {
  readonly list: string[] = [];
  private readonly expected: RegExp[] = [];

  /** A complaint that belongs to the test. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  private add(text: string): void {
    if (!this.expected.some((pattern) => pattern.test(text))) this.list.push(text);
  }

  /** Listens to console, uncaught errors and the content security policy. */
  async listenTo(page: Page): Promise<void> {
    page.on("console", (message) => {
      if (!["error", "warning"].includes(message.type())) return;
      this.add(`${message.type()}: ${message.text()} ${message.location().url}`);
    });
    page.on("pageerror", (error) => this.add(`uncaught: ${error.message}`));
    await page.exposeBinding("tellPolicyViolation", (_source, what: string) =>
      this.add(`policy: ${what}`),
    );
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const tell = (window as unknown as { tellPolicyViolation: (what: string) => void })
          .tellPolicyViolation;
        tell(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
}
