export { GET } from '@/app/(portal)/feed.ts'
