-- AlterTable
ALTER TABLE "teams" ADD COLUMN     "partner_code" TEXT;

-- CreateTable
CREATE TABLE "partners" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "own_address" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "partners_pkey" PRIMARY KEY ("code")
);

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_partner_code_fkey" FOREIGN KEY ("partner_code") REFERENCES "partners"("code") ON DELETE SET NULL ON UPDATE CASCADE;
