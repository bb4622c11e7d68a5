import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";

import { USES_PATH } from "@/features/search";
import { TicketsPage } from "@/pages/TicketsPage";

import { Desk } from "./Desk";
import { Missing } from "./Missing";
import { Root } from "./Root";

/** What any page of the desk understands in its address. */
export interface DeskSearch {
  /** Opens the registration: `new`, or the key of a matter to begin with. */
  register?: string | undefined;
  /** Words that are searched for. */
  q?: string | undefined;
  /** The situation of a matter that its materials are shown for. */
  situation?: string | undefined;
  /** Opens the papers of a ticket: its key, then the kind and the reference of one of them. */
  paper?: string | undefined;
  /** Opens the verification of a paper. */
  verify?: string | undefined;
  /** Opens the form for asking: where one came from, see `askAddress`. */
  ask?: string | undefined;
  /** The own reply that the settings open. */
  reply?: string | undefined;
}

function text(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

const rootRoute = createRootRoute({ component: Root, notFoundComponent: Missing });

const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "desk",
  component: Desk,
  validateSearch: (search: Record<string, unknown>): DeskSearch => ({
    register: text(search.register),
    q: text(search.q),
    situation: text(search.situation),
    paper: text(search.paper),
    verify: text(search.verify),
    ask: text(search.ask),
    reply: text(search.reply),
  }),
});

const startRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/",
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- how the router redirects
    throw redirect({ to: "/tickets" });
  },
});

const ticketsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/tickets",
  component: TicketsPage,
});
const ticketRoute = createRoute({ getParentRoute: () => ticketsRoute, path: "$ticket" });
/** Beside the tickets, not inside: the review takes the whole page. */
const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/tickets/$ticket/review",
  component: lazyRouteComponent(() => import("@/pages/ReviewPage"), "ReviewPage"),
});

const mattersRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/matters",
  component: lazyRouteComponent(() => import("@/pages/MattersPage"), "MattersPage"),
});
const matterRoute = createRoute({ getParentRoute: () => mattersRoute, path: "$matter" });

const usesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: USES_PATH,
  component: lazyRouteComponent(() => import("@/pages/UsesPage"), "UsesPage"),
});

const knowledgeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/knowledge",
  component: lazyRouteComponent(() => import("@/pages/KnowledgePage"), "KnowledgePage"),
});
const entryRoute = createRoute({ getParentRoute: () => knowledgeRoute, path: "$entry" });

const questionsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/questions",
  component: lazyRouteComponent(() => import("@/pages/QuestionsPage"), "QuestionsPage"),
});
const questionRoute = createRoute({ getParentRoute: () => questionsRoute, path: "$question" });

const healthRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/library-health",
  component: lazyRouteComponent(() => import("@/pages/HealthPage"), "HealthPage"),
});
const healthRuleRoute = createRoute({ getParentRoute: () => healthRoute, path: "$rule" });

const inboxRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/inbox",
  component: lazyRouteComponent(() => import("@/pages/InboxPage"), "InboxPage"),
});
const syncRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/sync",
  component: lazyRouteComponent(() => import("@/pages/SyncPage"), "SyncPage"),
});
const filesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/files",
  component: lazyRouteComponent(() => import("@/pages/FilesPage"), "FilesPage"),
});
const courierRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/courier",
  component: lazyRouteComponent(() => import("@/pages/CourierPage"), "CourierPage"),
});
const wayRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/way/$id",
  component: lazyRouteComponent(() => import("@/pages/WayPage"), "WayPage"),
});
const stationRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/station",
  component: lazyRouteComponent(() => import("@/pages/StationPage"), "StationPage"),
});
const stationsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/stations",
  component: lazyRouteComponent(() => import("@/pages/StationsPage"), "StationsPage"),
});
const heldRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/stations/held",
  component: lazyRouteComponent(() => import("@/pages/HeldPage"), "HeldPage"),
});
const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/pages/SettingsPage"), "SettingsPage"),
});

const practiceRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/practice",
  component: lazyRouteComponent(() => import("@/pages/PracticePage"), "PracticePage"),
});
const practiceRunRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/practice/$case",
  component: lazyRouteComponent(() => import("@/pages/PracticeRunPage"), "PracticeRunPage"),
});
const practiceResultRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: "/practice/runs/$run",
  component: lazyRouteComponent(() => import("@/pages/PracticeResultPage"), "PracticeResultPage"),
});

const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/gallery",
  component: lazyRouteComponent(() => import("@/pages/gallery/GalleryPage"), "GalleryPage"),
});

/** Every address of the desk. Hash history, because the shell serves files and no paths. */
export const router = createRouter({
  history: createHashHistory(),
  routeTree: rootRoute.addChildren([
    deskRoute.addChildren([
      startRoute,
      ticketsRoute.addChildren([ticketRoute]),
      reviewRoute,
      mattersRoute.addChildren([matterRoute]),
      usesRoute,
      knowledgeRoute.addChildren([entryRoute]),
      questionsRoute.addChildren([questionRoute]),
      healthRoute.addChildren([healthRuleRoute]),
      inboxRoute,
      syncRoute,
      filesRoute,
      wayRoute,
      stationRoute,
      stationsRoute,
      heldRoute,
      courierRoute,
      settingsRoute,
      practiceRoute,
      practiceRunRoute,
      practiceResultRoute,
    ]),
    galleryRoute,
  ]),
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
