import { type Browser, type BrowserContext, expect, type Page, test as base } from "@playwright/test";

import { Platform, until, WebHost } from "./programs.ts";
import { Complaints } from "./watch.ts";
import { Wire } from "./wire.ts";

/** Password of every sample account. */
export const PASSWORD = "bangban-demo";

/** A desk of its own: its wire, its web host and, once it is open, its page. */
export class Desk {
  page!: Page;
  readonly complaints = new Complaints();
  private context: BrowserContext | null = null;

  constructor(
    readonly wire: Wire,
    readonly host: WebHost,
    private readonly browser: Browser,
  ) {}

  /** Opens the one-time link in a browser that has never been here. */
  async enter(): Promise<Page> {
    await this.context?.close();
    this.context = await this.browser.newContext();
    this.page = await this.context.newPage();
    await this.complaints.listenTo(this.page);
    // Keeps file dialogs caught from the start: a first listener takes hold only a while after it
    // was set, and a dialog opened by a key in between is never told of.
    this.page.on("filechooser", () => undefined);
    await this.page.goto(this.host.link);
    return this.page;
  }

  /** Ends the workstation's program and starts it again on the same data. */
  async restart(): Promise<Page> {
    await this.context?.close();
    await this.host.restart();
    return this.enter();
  }

  /** Signs in somebody new to this machine and waits for the queue. */
  async signIn(account: string): Promise<Page> {
    const page = await this.enter();
    await page.getByLabel("账号", { exact: true }).fill(account);
    await page.getByLabel("密码", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "登录" }).click();
    await this.settle();
    return page;
  }

  /** The desk behind the sign-in; what the web host says once about its protection is read. */
  async settle(): Promise<void> {
    const { page } = this;
    await expect(page.getByRole("navigation", { name: "主导航", includeHidden: true })).toBeVisible({
      timeout: 40_000,
    });
    await page.getByRole("button", { name: "知道了" }).click();
    await until("the dialog to be remembered as read", async () => {
      const { layout } = await this.ask<{ layout: string }>("preferences_get");
      return layout.includes("weakerProtectionSeen") ? true : null;
    });
    await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible({ timeout: 40_000 });
  }

  /** Runs a command of the table as the page does. */
  async ask<T>(name: string, argument: unknown = {}): Promise<T> {
    const answer = await this.page.evaluate(
      async ([path, body]) => {
        const response = await fetch(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        return { ok: response.ok, text: await response.text() };
      },
      [`/rpc/${name}`, JSON.stringify(argument)] as const,
    );
    if (!answer.ok) throw new Error(`${name}: ${answer.text}`);
    return JSON.parse(answer.text) as T;
  }

  /** Goes to a page of the desk by its address. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
  }

  /** Finds a ticket by its requester and opens it. */
  async openTicket(requester: string): Promise<void> {
    const { page } = this;
    await page.getByRole("link", { name: "工单", exact: true }).click();
    await page.getByRole("tab", { name: "全部" }).click();
    await page.getByRole("searchbox", { name: "筛选工单" }).fill(requester);
    await page.getByRole("option", { name: requester }).first().click();
    await expect(page.getByRole("heading", { name: requester, level: 2 })).toBeVisible();
  }

  /** Closes page, host and wire. */
  async close(): Promise<void> {
    await this.context?.close();
    await this.host.stop();
    await this.wire.remove();
  }
}

interface Kept {
  /** One platform for all tests of a worker. */
  platform: Platform;
  /** A desk at which chen.yumei has signed in, shared by the tests of a worker. */
  shared: Desk;
}

interface Own {
  /** Lays out another desk that nobody has signed in to. */
  newDesk: () => Promise<Desk>;
  /** The shared desk, at its queue, with the usual preferences. */
  desk: Desk;
}

async function layOut(platform: Platform, browser: Browser): Promise<Desk> {
  const wire = new Wire(platform.address);
  const host = new WebHost(await wire.lay());
  await host.start();
  return new Desk(wire, host, browser);
}

/** Tests at a desk. Whatever a page complained about fails its test. */
export const test = base.extend<Own, Kept>({
  platform: [
    async ({}, use) => {
      const platform = new Platform();
      await platform.start();
      await use(platform);
      await platform.stop();
    },
    { scope: "worker", timeout: 90_000 },
  ],
  shared: [
    async ({ platform, browser }, use) => {
      const desk = await layOut(platform, browser);
      await desk.signIn("chen.yumei");
      await use(desk);
      await desk.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  newDesk: async ({ platform, browser }, use) => {
    const desks: Desk[] = [];
    await use(async () => {
      const desk = await layOut(platform, browser);
      desks.push(desk);
      return desk;
    });
    for (const desk of desks) await desk.close();
    const complaints = desks.flatMap((desk) => desk.complaints.list);
    expect(complaints, "what the pages complained about").toEqual([]);
  },
  desk: async ({ shared }, use, info) => {
    const { page, complaints } = shared;
    const preferences = await shared.ask<Record<string, unknown>>("preferences_get");
    await shared.go("/tickets");
    await page.reload();
    await expect(page.getByRole("link", { name: /^已同步/ })).toBeVisible();
    await use(shared);
    if (info.status !== info.expectedStatus) {
      await info.attach("desk", { body: await page.screenshot(), contentType: "image/png" });
    }
    shared.wire.mend();
    await shared.ask("preferences_set", preferences);
    expect(complaints.list.splice(0), "what the page complained about").toEqual([]);
  },
});

export { expect };
