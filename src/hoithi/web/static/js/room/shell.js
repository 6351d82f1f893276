// Lets a reload or a killed tab come back without a network; only where the browser allows it.
export async function keepShell() {
  if (!("serviceWorker" in navigator) || !isSecureContext) return;
  try {
    await navigator.serviceWorker.register("/sw.js");
    const ready = await navigator.serviceWorker.ready;
    const own = performance
      .getEntriesByType("resource")
      .map((entry) => entry.name)
      .filter((name) => name.startsWith(`${location.origin}/static/`));
    ready.active.postMessage({ keep: [location.href, ...new Set(own)] });
  } catch {
    // Without it the page must stay open while the network is away; the answers are kept anyway.
  }
}
