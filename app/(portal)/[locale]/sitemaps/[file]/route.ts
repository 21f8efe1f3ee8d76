export { GET } from '@/app/(portal)/sitemap-answer.ts'
