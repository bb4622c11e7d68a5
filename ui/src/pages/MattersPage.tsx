import { useNavigate, useParams, useSearch } from "@tanstack/react-router";

import { useCommand } from "@/api";
import { HealthNote, LibraryStart, MatterGuide, MatterList } from "@/features/library";
import { NO_FILTERS } from "@/forms";
import type { SearchFilters } from "@/generated/types";
import { useWords } from "@/i18n";
import { useLayoutValue, useRemembered } from "@/prefs";
import { SplitPane, useWindowRem } from "@/ui";

import { servesCitizens } from "./servesCitizens";

/** Below this width, in rem, the list and the guide take turns. */
const BOTH_REM = 62;
const LIMITS = { min: 19, max: 32 };

/** The matter library: the list on the left, the guide of the chosen matter beside it. */
export function MattersPage() {
  const w = useWords();
  const navigate = useNavigate();
  const { matter } = useParams({ strict: false });
  const { q = "", situation = null } = useSearch({ strict: false });
  const [filters, setFilters] = useRemembered<SearchFilters>("libraryFilters", NO_FILTERS);
  const [width, setWidth] = useLayoutValue<number>("libraryWidth", 24);
  const { data: session } = useCommand("session_state", {});
  const wide = useWindowRem() >= BOTH_REM;
  const role = session?.me?.staff.role;
  const mayRegister = role !== undefined && servesCitizens(role);

  const health = role === "management" && <HealthNote />;

  const list = (
    <MatterList
      beside={!wide && health}
      current={matter ?? null}
      filters={filters}
      onFilters={setFilters}
      onOpen={(id) =>
        // A situation belongs to its matter.
        void navigate({
          to: "/matters/$matter",
          params: { matter: id },
          search: (now) => ({ ...now, situation: undefined }),
        })
      }
      onText={(text) =>
        void navigate({
          to: ".",
          search: (now) => ({ ...now, q: text === "" ? undefined : text }),
          replace: true,
        })
      }
      text={q}
    />
  );
  const guide = matter ? (
    <MatterGuide
      isAlone={!wide}
      matter={matter}
      onBack={() => void navigate({ to: "/matters", search: (now) => ({ ...now, situation: undefined }) })}
      onRegister={
        mayRegister
          ? () => void navigate({ to: ".", search: (now) => ({ ...now, register: matter }) })
          : undefined
      }
      onSituation={(chosen) =>
        void navigate({
          to: ".",
          search: (now) => ({ ...now, situation: chosen ?? undefined }),
          replace: true,
        })
      }
      situation={situation}
    />
  ) : (
    <LibraryStart
      beside={health}
      filters={filters}
      onFilters={setFilters}
    />
  );
  if (!wide) return matter ? guide : list;
  return (
    <SplitPane
      label={w.common.resize}
      limits={LIMITS}
      onWidth={setWidth}
      pane={list}
      side="left"
      width={width}
    >
      {guide}
    </SplitPane>
  );
}
