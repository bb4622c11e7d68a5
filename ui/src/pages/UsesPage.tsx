import { useCanGoBack, useNavigate, useParams, useRouter } from "@tanstack/react-router";
import { SearchX } from "lucide-react";

import { usesFrom, UsesView } from "@/features/search";
import { useWords } from "@/i18n";
import { Button, EmptyState } from "@/ui";

/** Where a material is asked for, or a law or document applied. */
export function UsesPage() {
  const words = useWords().search.uses;
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const navigate = useNavigate();
  const of = usesFrom(useParams({ strict: false }));
  const toMatters = () => void navigate({ to: "/matters" });
  if (!of) {
    return (
      <EmptyState
        action={<Button onPress={toMatters}>{words.toMatters}</Button>}
        icon={SearchX}
        text={words.gone}
      />
    );
  }
  return <UsesView of={of} onBack={() => (canGoBack ? router.history.back() : toMatters())} />;
}
