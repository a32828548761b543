export type PlantedKind = "contradiction" | "duplicate" | "near_duplicate" | "stale";
export type Planted = readonly [kind: PlantedKind, one: string, other?: string];
export type TruthShop = {
  name: string;
  documents: readonly { title: string; content: string; writtenOn?: string }[];
  planted: readonly Planted[];
};
