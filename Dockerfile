# Three stages: everything needed to build, the packages needed to run, and an image with only what runs.

FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc nx.json tsconfig.base.json ./
COPY libs/contracts/package.json libs/contracts/
COPY libs/kernel/package.json libs/kernel/
COPY apps/api/package.json apps/api/
COPY apps/miniapp/package.json apps/miniapp/
RUN npm ci --ignore-scripts
COPY libs libs
COPY apps apps
RUN NX_DAEMON=false npx nx run-many -t build build:h5 --output-style=static

FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/contracts/package.json libs/contracts/
COPY libs/kernel/package.json libs/kernel/
COPY apps/api/package.json apps/api/
COPY apps/miniapp/package.json apps/miniapp/
# Not every package is hoisted to the top: some lie beside the server.
RUN npm ci --ignore-scripts --omit=dev --workspace=@wanli/api && mkdir -p apps/api/node_modules

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data TZ=UTC
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/apps/api/node_modules apps/api/node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/libs/contracts/package.json libs/contracts/package.json
COPY --from=build /app/libs/contracts/dist libs/contracts/dist
COPY --from=build /app/libs/kernel/package.json libs/kernel/package.json
COPY --from=build /app/libs/kernel/dist libs/kernel/dist
COPY --from=build /app/apps/api/package.json apps/api/package.json
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/miniapp/dist/h5 apps/miniapp/dist/h5
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((reply) => process.exit(reply.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "apps/api/dist/src/main.js"]
