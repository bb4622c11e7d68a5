export { NoticeList } from "./NoticeList";
