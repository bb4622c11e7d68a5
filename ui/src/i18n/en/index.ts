import { ticket } from "./case";
import { common } from "./common";
import { courier } from "./courier";
import { drafting } from "./drafting";
import { enums } from "./enums";
import { errors } from "./errors";
import { files } from "./files";
import { forms } from "./forms";
import { frame } from "./frame";
import { health } from "./health";
import { holding } from "./holding";
import { knowledge } from "./knowledge";
import { library } from "./library";
import { model } from "./model";
import { notices } from "./notices";
import { papers } from "./papers";
import { practice } from "./practice";
import { practiceResult } from "./practiceResult";
import { punctuation } from "./punctuation";
import { questions } from "./questions";
import { queue } from "./queue";
import { register } from "./register";
import { replies } from "./replies";
import { review } from "./review";
import { search } from "./search";
import { session } from "./session";
import { settings } from "./settings";
import { station } from "./station";
import { stations } from "./stations";
import { sync } from "./sync";
import { time } from "./time";
import { transfers } from "./transfers";
import { triage } from "./triage";
import { way } from "./way";
import type { Words } from "../words";

/** English, of the same shape. */
export const en: Words = {
  common,
  courier,
  drafting,
  enums,
  errors,
  files,
  forms,
  frame,
  health,
  holding,
  knowledge,
  library,
  model,
  notices,
  papers,
  practice,
  practiceResult,
  punctuation,
  questions,
  queue,
  register,
  replies,
  review,
  search,
  session,
  settings,
  station,
  stations,
  sync,
  ticket,
  time,
  transfers,
  triage,
  way,
};
