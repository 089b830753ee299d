import { SingleBar } from "cli-progress";
import type { CommandIo } from "./command-io.ts";

/** Shows how much of a long piece of work is done. */
export interface Progress {
  /** @param share - of the work, 0 … 1. */
  readonly show: (share: number) => void;
  readonly close: () => void;
}

/** Open a progress bar where somebody watches; elsewhere one that shows nothing. */
export function openProgress(title: string, { progress }: CommandIo): Progress {
  if (progress === null) return { show: () => {}, close: () => {} };
  const bar = new SingleBar({
    stream: progress,
    format: `${title} {bar} {percentage}%`,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
    // Simulating leaves the event loop no turn, so the bar is drawn when it is told, not by a timer.
    synchronousUpdate: true,
    fps: 10,
  });
  bar.start(1000, 0);
  return { show: (share) => bar.update(Math.round(share * 1000)), close: () => bar.stop() };
}
