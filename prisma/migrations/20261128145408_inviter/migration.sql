-- AlterTable
ALTER TABLE "invites" ADD COLUMN     "inviter_id" UUID;

-- CreateIndex
CREATE INDEX "invites_inviter_id_idx" ON "invites"("inviter_id");

-- AddForeignKey
ALTER TABLE "invites" ADD CONSTRAINT "invites_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "users"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Who made the invitations there are, as the audit log has it. One that it doesn't know ends: nobody can say who stands for it.
UPDATE "invites" i SET "inviter_id" = a."actor_id"
FROM "audit_log" a
WHERE a."team_id" = i."team_id" AND a."target_id" = i."id" AND a."action" = 'invite.create'
  AND EXISTS (SELECT 1 FROM "users" u WHERE u."id" = a."actor_id");
