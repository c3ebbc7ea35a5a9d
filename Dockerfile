# Untried where Huiyin is made: there is no container engine there. Kept small so that it can be read.
FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 HUIYIN_DATA=/data NEXT_TELEMETRY_DISABLED=1
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# What tests need is left out; what the build needs is not.
RUN npm ci --omit=dev --ignore-scripts
COPY . .
RUN mkdir /data && chown -R node:node /app /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m \
  CMD node -e "fetch('http://127.0.0.1:3000/api/ready?serving').then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))"
# The first start builds the pages. Both parts, or one of them: web, worker.
ENTRYPOINT ["node", "scripts/start.mjs"]
