-- AlterTable
ALTER TABLE "passages" ADD COLUMN     "answer" INTEGER[],
ADD COLUMN     "questions" INTEGER[];
