#!/bin/sh
# 取得最新内容，生成网站，同步到网页服务器。用法：publish.sh 目的地，例如 publish.sh www@web:/srv/gongbao/
# cron 示例（每天 2 时）：0 2 * * * cd /srv/gongbao-content && ./publish.sh www@web:/srv/gongbao/
set -eu
: "${1:?写明目的地，例如 www@web:/srv/gongbao/}"
git pull --ff-only
npm ci
npx gongbao build
rsync -a --delete-after dist/ "$1"
