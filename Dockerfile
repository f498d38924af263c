# n8n with the node of this repository baked in, where n8n looks for what its users have installed.
ARG N8N_VERSION

FROM node:24-alpine AS package
WORKDIR /package
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm pack --ignore-scripts --pack-destination /tmp

FROM n8nio/n8n:${N8N_VERSION}
COPY --from=package --chown=node:node /tmp/n8n-nodes-cash-in-*.tgz /tmp/
RUN mkdir -p /home/node/.n8n/nodes \
	&& cd /home/node/.n8n/nodes \
	&& npm init --yes > /dev/null \
	&& npm install --ignore-scripts --omit=peer --legacy-peer-deps /tmp/n8n-nodes-cash-in-*.tgz
