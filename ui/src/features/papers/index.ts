export { askedFrom, paperAddress } from "./address";
export { PapersDialog } from "./PapersDialog";
export { VerifyDialog } from "./VerifyDialog";
