-- A segment has nothing left to compress: trying took as long as storing it. Those already stored stay as they are.
ALTER TABLE "document_versions" ALTER COLUMN "segment" SET STORAGE EXTERNAL;
