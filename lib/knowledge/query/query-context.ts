/** What a question of a conversation is read with. */
export type QueryContext = {
  /**
   * What it is about or what it asks of it, which it leaves out itself: as much part of it as its own
   * words. "" for nothing.
   */
  about: string;
  /** Of the weight of the question's own words, what `about` has. */
  share: number;
  /** What it may be about, though it can stand alone: tells apart what fits it equally well. */
  aside: string;
  /** The same is asked of something else: the answer stands beside the last one, where that was one of several. */
  asksSame?: true;
  /**
   * What was talked about, where the question names nothing itself: it is asked of that, if the
   * documents have it there.
   */
  topic?: string;
  /** It names nothing else: what it asks, it asks of what was talked about. */
  isOfSame?: true;
  /**
   * It names a thing of its own (「有會員卡嗎」): `thing`, which must stand in what it is answered with, else it is
   * asked anew; or what happens to something (「會過期嗎」): `deed`, without which no answer is sure.
   */
  names?: "thing" | "deed";
  /** And the documents did not have that. */
  isOfAbsent?: true;
  /** The thing that took the place of another, as the visitor wrote it: what answers has it. */
  named?: string;
  /** What is asked in place of a question for another size: 「海報多少錢」 for 「大的呢」, since lists tell sizes by figures. */
  instead?: string;
};
