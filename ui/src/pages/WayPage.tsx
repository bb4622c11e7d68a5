import { useCanGoBack, useNavigate, useParams, useRouter } from "@tanstack/react-router";

import { WayView } from "@/features/sync";

/** The way of one action. */
export function WayPage() {
  const { id = "" } = useParams({ strict: false });
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  return (
    <WayView
      id={id}
      key={id}
      onBack={() => (canGoBack ? router.history.back() : void navigate({ to: "/sync" }))}
      onTicket={(ticket) => void navigate({ to: "/tickets/$ticket", params: { ticket } })}
    />
  );
}
