import "@/ui/tokens.css";
import "@/ui/base.css";

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { followHost, setHost } from "@/api";
import { App } from "@/app/App";
import { findHost } from "@/host";
import { applyLook, readMirror } from "@/prefs";

applyLook(readMirror());

const host = await findHost();
setHost(host);
followHost(host);

const root = document.getElementById("root");
if (!root) throw new Error("index.html has a #root");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
