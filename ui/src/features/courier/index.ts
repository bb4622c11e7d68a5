export { CourierNote } from "./CourierNote";
export { CourierView } from "./CourierView";
