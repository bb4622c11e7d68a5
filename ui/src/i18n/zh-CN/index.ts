import { ticket } from "./case";
import { common } from "./common";
import { enums } from "./enums";
import { errors } from "./errors";
import { files } from "./files";
import { forms } from "./forms";
import { frame } from "./frame";
import { knowledge } from "./knowledge";
import { library } from "./library";
import { notices } from "./notices";
import { papers } from "./papers";
import { punctuation } from "./punctuation";
import { queue } from "./queue";
import { register } from "./register";
import { review } from "./review";
import { session } from "./session";
import { settings } from "./settings";
import { sync } from "./sync";
import { time } from "./time";
import { transfers } from "./transfers";
import { triage } from "./triage";

/** 简体中文, the original. */
export const zhCN = {
  common,
  enums,
  errors,
  files,
  forms,
  frame,
  knowledge,
  library,
  notices,
  papers,
  punctuation,
  queue,
  register,
  review,
  session,
  settings,
  sync,
  ticket,
  time,
  transfers,
  triage,
};
