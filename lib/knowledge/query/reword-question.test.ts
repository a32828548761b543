import { describe, expect, it } from "vitest";
import { fold } from "@/lib/language/words/fold";
import { forEachTerm } from "@/lib/language/words/tokens";
import { rewordQuestion } from "./reword-question";

function reword(question: string, documents: string) {
  const known = new Set<number>();
  forEachTerm(fold(documents), (term) => known.add(term));
  return rewordQuestion(fold(question), (term) => known.has(term));
}

describe("rewordQuestion", () => {
  it("takes the documents' wording where they never use the question's", () => {
    expect(reword("禮拜一營業", "週一營業").reworded).toBe(" 周一 营业");
    expect(reword("要統編", "填統一編號").reworded).toBe("要 统一编号 ");
  });

  it("keeps the question's wording where the documents use it, and offers theirs", () => {
    expect(reword("星期一", "星期一公休。週一到週五。")).toMatchObject({
      reworded: "星期一",
      others: [],
      aside: [fold("週一")],
    });
    expect(reword("統編", "統編")).toMatchObject({ reworded: fold("統編"), others: [], aside: [] });
  });

  it("leaves a wording alone that the documents say in no way", () => {
    expect(reword("徵人嗎", "運費")).toMatchObject({ reworded: fold("徵人嗎"), others: [], aside: [] });
  });

  it("finds the wider word of a narrow one, and not the other way round", () => {
    expect(reword("寄金門", "離島運費").reworded).toContain(fold("離島"));
    expect(reword("寄離島", "金門運費").reworded).toBe(fold("寄離島"));
  });
});
