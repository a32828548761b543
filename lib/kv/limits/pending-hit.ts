import type { Kv } from "@/lib/kv/kv";
import type { LimitPolicy } from "./limit-policies";

export type Multi = ReturnType<Kv["redis"]["multi"]>;

/** A hit that is to be counted under one rule, together with others in one transaction. Times are ms since 1970. */
export type PendingHit = {
  policy: LimitPolicy;
  /** Until when this process knows that there is no room; 0 when the store must be asked. */
  knownUntil(): number;
  /** Adds the hit and asks how many there are; returns how many replies that gives. */
  ask(multi: Multi): number;
  /** Whether there was room. */
  fits(replies: readonly unknown[]): boolean;
  /** The store didn't get what `ask` said. */
  wasLost(): void;
  /**
   * Takes the hit out again, and asks when there is room if it was this rule that refused; how many replies that gives.
   */
  takeBack(multi: Multi, isRefusing: boolean): number;
  /** When there is room again; `replies` are those of `takeBack`, null when the store went away. */
  refusedUntil(replies: readonly unknown[] | null): number;
  /** When this process's own hits have room again; null when they have now. */
  fullUntil(): number | null;
  /** How many more there is room for, where the rule knows. */
  left?(): number;
  /** Notes the hit as accepted by this process. */
  keep(isShared: boolean): void;
  /** Takes that back. */
  forget(): void;
};
