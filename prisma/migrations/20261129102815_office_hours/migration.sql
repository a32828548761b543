-- AlterTable
ALTER TABLE "bots" ADD COLUMN     "has_hours" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "hours_week" TEXT[] DEFAULT ARRAY['09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '09:00-18:00', '', '']::TEXT[],
ADD COLUMN     "hours_zone" TEXT NOT NULL DEFAULT 'Asia/Taipei',
ADD COLUMN     "special_days" TEXT[] DEFAULT ARRAY[]::TEXT[];
