export { CourierNote } from "./CourierNote";
export { CourierView } from "./CourierView";
export { HeldNote } from "./held/HeldNote";
export { HeldView } from "./held/HeldView";
