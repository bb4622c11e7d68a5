import { formDraft } from "@/api";
import type {
  Channel,
  DocumentKind,
  Nature,
  NewTicket,
  RegisterInput,
  Requester,
  RequesterKind,
  Standing,
} from "@/generated/types";

/** The form as it stands on the screen; kept as a draft in this shape. */
export interface Form {
  channel: Channel;
  nature: Nature;
  kind: RequesterKind;
  name: string;
  document: DocumentKind;
  idNumber: string;
  creditCode: string;
  phone: string;
  hasAgent: boolean;
  standing: Standing;
  agentName: string;
  agentId: string;
  agentPhone: string;
  isElderly: boolean;
  elderly: string;
  matter: { id: string; name: string } | null;
  situation: string | null;
  /** The organisation that was chosen; `null`: nobody chose, the routing table does. */
  organisation: string | null;
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
  document: "resident_id",
  idNumber: "",
  creditCode: "",
  phone: "",
  hasAgent: false,
  standing: "authorised",
  agentName: "",
  agentId: "",
  agentPhone: "",
  isElderly: false,
  elderly: "",
  matter: null,
  situation: null,
  organisation: null,
  request: "",
  subject: "",
  isPriority: false,
  priority: "",
};

/** Under which key the form is kept. */
export const REGISTER_KEY = "register";

/** How the form is kept. A form kept before it knew a field reads as that field untouched. */
export const REGISTER_DRAFT = formDraft(EMPTY, "request");

function given(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === "" ? null : trimmed;
}

/** Numbers are compared digit by digit, so spaces typed for reading are left out. */
function number(text: string): string | null {
  return given(text.replaceAll(/\s/g, "").toUpperCase());
}

/** A body cannot be a ward, so that whoever comes for it comes with authority. */
export function standingOf(form: Form): Standing {
  return form.kind === "natural_person" ? form.standing : "authorised";
}

/** Who asks, as the form says. */
export function requesterOf(form: Form): Requester {
  return {
    kind: form.kind,
    name: form.name.trim(),
    document: form.document,
    id_number: number(form.idNumber),
    phone: number(form.phone),
    credit_code: form.kind === "legal_person" ? number(form.creditCode) : null,
    agent:
      form.hasAgent && form.agentName.trim() !== ""
        ? {
            standing: standingOf(form),
            name: form.agentName.trim(),
            id_number: number(form.agentId),
            phone: number(form.agentPhone),
          }
        : null,
  };
}

/** The elderly flag belongs to a person. */
export function isElderly(form: Form): boolean {
  return form.kind === "natural_person" && form.isElderly;
}

/** What is missing before it can be registered. */
export interface Missing {
  name: boolean;
  request: boolean;
  /** The reason for serving the requester as an elderly person. */
  elderly: boolean;
  /** The reason for the green channel. */
  priority: boolean;
}

/**
 * Only a name and something to act on are needed, and a reason for each flag that was set;
 * everything else may come later.
 */
export function missingIn(form: Form): Missing {
  return {
    name: form.name.trim() === "",
    request: form.request.trim() === "" && form.matter === null && form.subject.trim() === "",
    elderly: isElderly(form) && form.elderly.trim() === "",
    priority: form.isPriority && form.priority.trim() === "",
  };
}

/** The command. `elsewhere` is another organisation that answers for it; `null`: my own. */
export function inputOf(form: Form, claim: boolean, elsewhere: string | null): RegisterInput {
  return {
    channel: form.channel,
    nature: form.nature,
    subject: form.subject.trim(),
    request: form.request.trim(),
    requester: requesterOf(form),
    matter: form.matter?.id ?? null,
    situation: form.matter ? form.situation : null,
    priority: form.isPriority ? given(form.priority) : null,
    elderly: isElderly(form) ? given(form.elderly) : null,
    organisation: elsewhere,
    // Only the organisation that answers for a ticket may claim it.
    claim: claim && elsewhere === null,
  };
}

/**
 * A registration as a form again. A letter keeps neither numbers nor the agent, so these are empty
 * and have to be asked for anew.
 */
export function formOf(registration: NewTicket): Form {
  const { requester, matter, priority, elderly } = registration;
  return {
    ...EMPTY,
    channel: registration.channel,
    nature: registration.nature,
    kind: requester.kind,
    name: requester.name,
    document: requester.document,
    isElderly: elderly !== null,
    elderly: elderly ?? "",
    matter: matter ? { id: matter.id, name: matter.name } : null,
    situation: matter ? registration.situation : null,
    organisation: registration.organisation,
    request: registration.request,
    subject: registration.subject,
    isPriority: priority !== null,
    priority: priority ?? "",
  };
}
