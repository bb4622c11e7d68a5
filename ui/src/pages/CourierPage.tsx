import { CourierView } from "@/features/courier";

/** Courier bundles: what travels on a stick where there is no line. */
export function CourierPage() {
  return <CourierView />;
}
