import { type Desk, expect } from "./desk.ts";
import type { Paper } from "./papers.ts";

/** 最低生活保障对象认定: nine materials, most of them required. */
const MATTER = "1144132290010061344000511001000";

interface Line {
  material: string;
  name: string;
  files: { file: { sha256: string; name: string }; removed: string | null }[];
}

interface View {
  ticket: { id: string; review: { items: Line[] } | null };
}

/** A ticket whose materials lie on the light table. */
export interface Table {
  ticket: string;
  /** Its materials, in the order of the list. */
  materials: { id: string; name: string }[];
}

/** Registers a request of its own, so that no other test is in the way, and opens its table. */
export async function layTable(desk: Desk, name: string, matter = MATTER): Promise<Table> {
  const requester = { kind: "natural_person", name, document: "resident_id", agent: null };
  const numbers = { id_number: null, phone: null, credit_code: null };
  const { ticket } = await desk.ask<View>("ticket_register", {
    channel: "counter",
    nature: "procedure",
    subject: "",
    request: "想申请低保，材料带来了。",
    requester: { ...requester, ...numbers },
    matter,
    situation: null,
    priority: null,
    elderly: null,
    organisation: null,
    claim: true,
  });
  const advance = { do: "advance", to: "guidance", note: "申请人要办理。" };
  await desk.ask("ticket_act", { ticket: ticket.id, action: advance });
  const guide = await desk.ask<{ matter: { situations: { id: string }[] } }>("matter_get", { id: matter });
  const situation = guide.matter.situations[0]?.id ?? null;
  const opened = await desk.ask<View>("review_open", { ticket: ticket.id, matter, situation });
  const items = opened.ticket.review?.items ?? [];
  await desk.go(`/tickets/${ticket.id}/review`);
  await expect(desk.page.getByText(/^已审 0\/\d+$/)).toBeVisible();
  return { ticket: ticket.id, materials: items.map(({ material, name: of }) => ({ id: material, name: of })) };
}

/** Names of the files that stand on a line of the checklist, as the store has it. */
export async function standing(desk: Desk, { ticket }: Table, line = 0): Promise<string[]> {
  const { ticket: found } = await desk.ask<View>("ticket_get", { ticket });
  const files = found.review?.items[line]?.files ?? [];
  return files.filter(({ removed }) => removed === null).map(({ file }) => file.name);
}

/** Chooses files with the system's file dialog. */
export async function choose(desk: Desk, files: Paper | Paper[] | string): Promise<void> {
  const choosing = desk.page.waitForEvent("filechooser");
  await desk.page.getByRole("button", { name: "添加文件" }).first().click();
  await (await choosing).setFiles(files);
}
