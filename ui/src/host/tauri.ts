import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

import type { ApiEvent } from "@/generated/types";

import type { Host } from "./host";

/** The desktop shell: one command and one event. */
export const tauriHost: Host = {
  kind: "desktop",
  call: (name, argument) => invoke("rpc", { name, payload: argument }),
  listen(callback) {
    const stop = listen<ApiEvent>("bangban", (message) => callback(message.payload));
    return () => void stop.then((unlisten) => unlisten());
  },
  pickFolder: (title) => invoke("plugin:dialog|open", { options: { directory: true, title } }),
  pickFile: (title, kinds) =>
    invoke("plugin:dialog|open", {
      options: { title, filters: [{ name: kinds.join(", "), extensions: kinds }] },
    }),
  onGap: () => () => undefined,
};
