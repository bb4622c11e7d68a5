import { Mailroom } from "./Mailroom";

/** Files on their way to the platform and back. */
export function FilesPage() {
  return <Mailroom tab="files" />;
}
