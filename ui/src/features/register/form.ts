import { formDraft } from "@/api";
import type { Channel, Nature, RegisterInput, Requester, RequesterKind } from "@/generated/types";

/** The form as it stands on the screen; kept as a draft in this shape. */
export interface Form {
  channel: Channel;
  nature: Nature;
  kind: RequesterKind;
  name: string;
  idNumber: string;
  creditCode: string;
  phone: string;
  hasAgent: boolean;
  agentName: string;
  agentId: string;
  agentPhone: string;
  matter: { id: string; name: string } | null;
  situation: string | null;
  request: string;
  subject: string;
  isPriority: boolean;
  priority: string;
}

const EMPTY: Form = {
  channel: "counter",
  nature: "procedure",
  kind: "natural_person",
  name: "",
  idNumber: "",
  creditCode: "",
  phone: "",
  hasAgent: false,
  agentName: "",
  agentId: "",
  agentPhone: "",
  matter: null,
  situation: null,
  request: "",
  subject: "",
  isPriority: false,
  priority: "",
};

/** How the form is kept. */
export const REGISTER_DRAFT = formDraft(EMPTY, "request");

function given(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** Numbers are compared digit by digit, so spaces typed for reading are left out. */
function number(text: string): string | null {
  return given(text.replaceAll(/\s/g, "").toUpperCase());
}

/** Who asks, as the form says. */
export function requesterOf(form: Form): Requester {
  return {
    kind: form.kind,
    name: form.name.trim(),
    id_number: number(form.idNumber),
    phone: number(form.phone),
    credit_code: form.kind === "legal_person" ? number(form.creditCode) : null,
    agent:
      form.hasAgent && form.agentName.trim() !== ""
        ? {
            name: form.agentName.trim(),
            id_number: number(form.agentId),
            phone: number(form.agentPhone),
          }
        : null,
  };
}

/** What is missing before it can be registered. */
export interface Missing {
  name: boolean;
  request: boolean;
}

/** Only a name and something to act on are needed; everything else may come later. */
export function missingIn(form: Form): Missing {
  return {
    name: form.name.trim() === "",
    request: form.request.trim() === "" && form.matter === null && form.subject.trim() === "",
  };
}

/** The command. */
export function inputOf(form: Form, claim: boolean): RegisterInput {
  return {
    channel: form.channel,
    nature: form.nature,
    subject: form.subject.trim(),
    request: form.request.trim(),
    requester: requesterOf(form),
    matter: form.matter?.id ?? null,
    situation: form.matter ? form.situation : null,
    priority: form.isPriority ? given(form.priority) : null,
    claim,
  };
}
